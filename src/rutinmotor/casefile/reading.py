"""x."""
from rutinmotor.casefile.shape import read_shape
from rutinmotor.casefile.faults import diagnostics
from rutinmotor.diagnostics.diagnostic import CaseError, Diagnostic
def read_case(data):
    case, _, faults = read_shape(data, (), lambda path: None)
    if case is None:
        raise CaseError(diagnostics(faults, {}))
    return case
CaseRead = read_case_lines = read_cases = None
