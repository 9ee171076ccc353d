"""What is done with exercises is kept in the folder of the notebooks, line by line."""

import json
import re

import pytest
from kernel import Kernel
from test_protocol import send_shell

UPHILL = """({ w, m, g }: any, { lambda, alpha }: any) => {
  const next = m.map((v: number, i: number) => alpha * v + lambda * g[i]);
  return { w: w.map((x: number, i: number) => x + next[i]), m: next };
}"""


@pytest.fixture(scope="module")
def answering(tmp_path_factory):
    """A kernel for answers that are looked at one by one, whatever was answered before."""
    kernel = Kernel(tmp_path_factory.mktemp("answering"))
    yield kernel
    kernel.stop()


def lines_of(folder):
    text = (folder / "fall-line-progress.jsonl").read_text()
    return [json.loads(line) for line in text.split("\n") if line]


def test_the_name_of_a_mistake_comes_with_its_line_in_the_cell(answering):
    answering.run("import { check, hint, type StepOf } from 'fall-line';")
    answering.run(
        """// First a remark.
const mine: StepOf<"m", "lambda" | "alpha"> = ({ w, m, g }, { lambda, alpha }) => {
  const next = m.map((v, i) => alpha*v + lambda*g[i]); // the sign
  return { w: w.map((x, i) => x + next[i]), m: next };
};"""
    )
    answering.run('check("momentum/rule", mine)')
    named = answering.value('hint("momentum/rule").text')
    assert re.search(r"It is in line 3 of cell \d+:", named)
    assert "const next = m.map((v, i) => alpha" in named


def test_an_answer_may_be_written_inside_the_call(answering):
    answering.run("import { check } from 'fall-line'")
    inside = 'check("momentum/rule", ({ w, m, g }, { lambda, alpha }) => { const v = m.map((PARAMETERS) => alpha * x - lambda * g[i]); return { w: w.map((PARAMETERS) => x + v[i]), m: v } }).outcome'
    assert answering.value(inside.replace("PARAMETERS", "x: number, i: number")) == "'right'"
    untyped = answering.run(inside.replace("PARAMETERS", "x, i")).traceback
    assert "the parameters `x` and `i` have no types" in untyped
    assert "has no `map`" not in untyped


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("w.map((x, i) => x - lambda * g[i])", "your function returns a bare list, and an object is asked for"),
        ("({ w: w - lambda * g })", "Help: take the entries one by one: w.map((x, i) => x - lambda * g[i])"),
        ("({ w: w.map((x, i) => x - lambda * g) })", "Help: take its entry: g[i]"),
    ],
)
def test_an_answer_that_does_not_compile_is_told_once_and_is_the_one_that_is_checked(answering, body, told):
    answering.run("import { check, type StepOf } from 'fall-line';")
    answer = "const mine: StepOf<never, 'lambda'> = ({ w, g }, { lambda }) => "
    answering.run(answer + "({ w: w.map((x, i) => x - lambda * g[i]) })")
    assert answering.value('check("gradient-descent/rule", mine).outcome') == "'right'"
    refused = answering.run(answer + body).traceback
    assert refused.count("TypeScriptError") == 1
    assert told in refused
    assert answering.value('check("gradient-descent/rule", mine).outcome') == "'not yet'"
    assert "The compiler refuses it" in answering.value('check("gradient-descent/rule", mine).text')


def test_checks_hints_and_cards_leave_a_line_each_of_version_2(fresh, tmp_path):
    fresh.run("import { check, hint } from 'fall-line'; const step: any = " + UPHILL)
    first = fresh.value('check("momentum/rule", step).text')
    assert "it differs from step 1 on" in first
    named = fresh.value('hint("momentum/rule").headline')
    assert "the sign of" in named and named.strip("'") not in first
    assert named.strip("'") in fresh.value('check("momentum/rule", step).text')
    fresh.run('check("momentum/flip", "longer"); check("momentum/flip", "?"); check("momentum/flip", "long" as any)')
    happening = {"id": "momentum/flip", "event": "attempt", "outcome": "right", "right": True, "picked": "shorter"}
    msg_id = send_shell(
        fresh,
        "comm_open",
        {"comm_id": "c", "target_name": "fall-line.exercises", "data": {"type": "record", "event": happening}},
    )
    status = fresh.late(msg_id, "comm_msg")["data"]["status"]
    assert (status["state"], status["attempts"], status["picked"]) == ("done", 2, "shorter")

    lines = lines_of(tmp_path)
    kept = [(line["exercise"], line["event"], line.get("attempt"), line.get("right")) for line in lines]
    assert kept == [
        ("rule", "attempt", 1, False),
        ("rule", "name", None, None),
        ("rule", "attempt", 2, False),
        ("flip", "attempt", 1, False),
        ("flip", "attempt", 2, True),
    ]
    for line in lines:
        assert line["v"] == 2 and line["lesson"] == "momentum"
        assert line["library"].count(".") == 2 and line["time"].endswith("Z")
    assert lines[0]["mistakes"] == lines[1]["mistakes"] == lines[2]["mistakes"] != []
    assert [lines[0]["named"], lines[2]["named"]] == [False, True]
    assert lines[3]["picked"] == "longer" and lines[3]["outcome"] == "otherwise"


@pytest.fixture(scope="module")
def unrecorded(tmp_path_factory):
    """A kernel where nothing has been done, and its folder."""
    folder = tmp_path_factory.mktemp("unrecorded")
    kernel = Kernel(folder)
    yield kernel, folder
    kernel.stop()


@pytest.mark.parametrize(
    "event",
    [
        {"id": "momentum/flip", "event": "attempt", "right": "yes"},
        {"id": "momentum/friend", "event": "compare", "picked": "all"},
        {"id": "momentum/rule", "event": "name", "mistakes": "one"},
        {"id": "momentum/rule", "event": "dance"},
    ],
)
def test_a_card_that_says_something_strange_leaves_no_line(unrecorded, event):
    kernel, folder = unrecorded
    send_shell(
        kernel,
        "comm_open",
        {"comm_id": "c", "target_name": "fall-line.exercises", "data": {"type": "record", "event": event}},
    )
    assert kernel.value("1 + 1") == "2"
    assert not (folder / "fall-line-progress.jsonl").exists()


def test_a_file_of_version_1_goes_on(fresh, tmp_path):
    path = tmp_path / "fall-line-progress.jsonl"
    old = (
        '\n{"v":1,"at":"2026-03-02T10:00:00.000Z","id":"decay/halving","event":"attempt","outcome":"done"}\n'
        '\n{"v":1,"at":"2026-03-02T10:03:00.000Z","id":"momentum/rule","event":"attempt","outcome":"almost","credit":0.5,'
        '"names":["the line of w uses the old m"]}\n\n{"v":1,"at":"2026-03-02T1'
    )
    path.write_text(old)
    fresh.run("import { check, showProgress } from 'fall-line'; const step: any = " + UPHILL)
    fresh.run('check("momentum/rule", step)')
    assert path.read_text().startswith(old)
    assert lines_of_end(path.read_text()[len(old) :])["attempt"] == 2
    assert fresh.value("showProgress().rows.filter(({ attempts }) => attempts > 0).length") == "2"


def lines_of_end(text):
    [line] = [line for line in text.split("\n") if line]
    return json.loads(line)


def test_a_cell_that_goes_to_another_folder_has_its_answers_recorded_there(fresh, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    fresh.run("import { check } from 'fall-line'; process.chdir('elsewhere'); check('momentum/flip', 'longer')")
    assert [line["picked"] for line in lines_of(tmp_path / "elsewhere") if line["event"] == "attempt"] == ["longer"]
    assert not (tmp_path / "fall-line-progress.jsonl").exists()
