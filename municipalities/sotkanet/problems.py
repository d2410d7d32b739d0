"""What can go wrong between the service and our tables."""

from municipalities.models.indicators import IndicatorImport

Problem = IndicatorImport.Problem


class SotkanetError(Exception):
    """Nothing was loaded. ``problem`` is for people, ``detail`` for whoever mends it."""

    def __init__(self, problem: Problem, detail: str) -> None:
        super().__init__(f"{problem.value}: {detail}")
        self.problem = problem
        self.detail = detail


class NotServed(SotkanetError):
    """The service does not know this address: an indicator that has ended, for example."""

    def __init__(self, detail: str) -> None:
        super().__init__(Problem.REFUSED, detail)
