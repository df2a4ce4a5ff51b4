"""What a rollout that nobody disturbs leaves behind; all others are held against it."""

import dataclasses
import json
import pathlib


@dataclasses.dataclass(frozen=True)
class Measure:
    """`plan` is the plan's hash; `seconds` has the time of each line of the journal since the first."""

    plan: str
    seconds: list[float]
    creates: dict[str, int]
    objects: dict[str, str]
    jobs: list[str]

    def keep(self, file: pathlib.Path) -> None:
        file.write_text(json.dumps(dataclasses.asdict(self)))

    @staticmethod
    def kept(file: pathlib.Path) -> "Measure | None":
        return Measure(**json.loads(file.read_text())) if file.exists() else None
