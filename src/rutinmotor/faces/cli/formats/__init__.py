"""An answer as plain records in, its text in the format asked for out; what all with a `--format` write with."""

from rutinmotor.faces.cli.formats.offered import Own, PartFormats, WholeFormats
from rutinmotor.faces.cli.formats.output import Fault, Format, Frame, Part

__all__ = ["Fault", "Format", "Frame", "Own", "Part", "PartFormats", "WholeFormats"]
