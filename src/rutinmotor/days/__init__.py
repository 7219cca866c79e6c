"""Day numbers in, day numbers out, and no clock; the ground under every stage of the trip."""
