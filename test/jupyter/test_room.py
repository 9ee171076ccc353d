"""A notebook that has joined a room answers there."""

import json
import subprocess
from pathlib import Path

import pytest
from test_progress import UPHILL
from test_protocol import send_shell

HERE = Path(__file__).parent


class Room:
    def __init__(self, process):
        self.process = process
        self.place = process.stdout.readline().strip()

    def ask(self, question):
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()

    def answered(self):
        """What the room counts when somebody has answered; what ends the room ends the wait for it."""
        while (tally := json.loads(self.process.stdout.readline()))["answered"] == 0:
            pass
        return tally


@pytest.fixture
def room():
    command = ["node", "--import", "tsx", str(HERE / "room.ts")]
    with subprocess.Popen(command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Room(process)


def test_a_check_and_a_card_count_in_the_room_that_a_cell_has_joined(fresh, room):
    joined = fresh.run(f'import {{ check, room }} from "fall-line"; room("{room.place}")')
    assert "You have joined the room." in json.dumps(joined.messages, default=str)
    room.ask("momentum/rule")
    assert fresh.value(f'const step: any = {UPHILL}; check("momentum/rule", step).outcome') == "'almost'"
    code = room.answered()["code"]
    assert (code["answered"], code["right"], [mistake["id"] for mistake in code["mistakes"]]) == (1, 0, ["other"])
    room.ask("momentum/flip")
    happening = {"id": "momentum/flip", "event": "attempt", "outcome": "right", "right": True, "picked": "shorter"}
    send_shell(
        fresh,
        "comm_open",
        {"comm_id": "c", "target_name": "fall-line.exercises", "data": {"type": "record", "event": happening}},
    )
    assert room.answered()["options"] == {"longer": 0, "shorter": 1}
