"""What a person does with rollouts who has nothing but the Temporal UI. Each case is a function of the UI and an id."""

from page import TemporalUi


def approved(ui: TemporalUi, workflow: str) -> None:
    """A rollout is started by the form, says what it waits for, and is approved."""
    ui.start(workflow, {"pipeline": "approve", "params": {"replicas": 2}}, picture="start")
    ui.open(workflow)
    ui.details(
        "approve on sandbox (simulation)",
        "paused",
        "release waits for approval: The test version runs. Release it with 2 pods?",
        'Send the Update approve, skip, abort with {"step": "release"}',
        "2 of 5 steps done",
        "test / test-ready: 1 ready",
    )
    ui.picture("waits")
    ui.update("approve", {"step": "release", "by": "anna"}, picture="approve")
    ui.open(workflow)
    ui.ended("Completed", '"approvedBy": "anna"', '"summary": "5 steps done"')
    ui.picture("done")


def failed(ui: TemporalUi, workflow: str) -> None:
    """A step fails: the details say why and what to do. It is aborted, and the failed run says the same."""
    ui.start(workflow, {"pipeline": "shop"})
    ui.open(workflow)
    ui.details("paused", "server-ready failed: ", "image registry.example/shop:1.4 not found", "fix: ", "Send the Update retry")
    ui.picture("failed")
    ui.update("abort", {"step": "server-ready", "by": "anna", "note": "the image is not there yet"})
    ui.open(workflow)
    ui.ended("Failed", "rollout aborted: the image is not there yet", "image registry.example/shop:1.4 not found", '"fix"')
    ui.picture("failure")


def wrong(ui: TemporalUi, workflow: str) -> None:
    """A wrong input fails the run at once, with all that is wrong with it."""
    ui.start(workflow, {"pipline": "shop", "params": ["replicas"], "onFailure": "explode"})
    ui.open(workflow)
    ui.ended(
        "Failed",
        "the rollout cannot start:",
        "- unknown field 'pipline', did you mean 'pipeline'?",
        "- 'onFailure' must be pause, fail, undo or continue, not 'explode'",
        "- 'params' must be an object of names and values",
    )
    ui.picture("wrong-input")


def wrong_values(ui: TemporalUi, workflow: str) -> None:
    """Values that the pipeline does not take are told in the same way."""
    ui.start(workflow, {"pipeline": "shop", "params": {"replicas": 9, "replcas": 2}})
    ui.open(workflow)
    ui.ended("Failed", "the rollout cannot start:", "'replicas' must be at most 5, not 9", "Did you mean 'replicas'?")
    ui.picture("wrong-values")


ALL = (approved, failed, wrong, wrong_values)
