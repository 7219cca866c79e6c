"""Models, catalogues, the register and the program in, the pages that are made from them out; run by make.py."""
