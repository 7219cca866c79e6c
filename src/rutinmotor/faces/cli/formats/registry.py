"""The formats that every command has, where its answer allows; a new one is a file beside this and a line below."""

from rutinmotor.faces.cli.formats.csv_rows import CSV
from rutinmotor.faces.cli.formats.json_lines import JSON_LINES
from rutinmotor.faces.cli.formats.json_text import JSON
from rutinmotor.faces.cli.formats.output import Format

# In the order in which help names them.
FORMATS: tuple[Format, ...] = (JSON, JSON_LINES, CSV)
