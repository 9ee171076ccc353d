"""Start, restart, end."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from kernel import KERNEL, PATIENCE, Kernel


def gone(processes):
    _, alive = psutil.wait_procs(processes, timeout=PATIENCE)
    return not alive


def test_shutdown_leaves_no_process_and_no_port(tmp_path):
    kernel = Kernel(tmp_path)
    processes, info = kernel.processes, kernel.manager.get_connection_info()
    assert len(processes) == 2
    kernel.run("setInterval(() => {}, 10)")
    kernel.stop()
    assert gone(processes)
    for name, port in info.items():
        if name.endswith("_port"):
            with socket.socket() as probe:
                assert probe.connect_ex((info["ip"], port)) != 0


def test_shutdown_works_while_a_cell_loops(tmp_path):
    kernel = Kernel(tmp_path)
    processes = kernel.processes
    kernel.begun("console.log('begun'); while (true) {}")
    kernel.stop()
    assert gone(processes)


@pytest.mark.parametrize("which", [0, 1], ids=["the protocol", "the session"])
def test_when_one_process_is_killed_the_other_ends(tmp_path, which):
    kernel = Kernel(tmp_path)
    processes = kernel.processes
    kernel.begun("console.log('begun'); while (true) {}")
    processes[which].kill()
    assert gone(processes)
    kernel.stop(now=True)


def test_a_restart_starts_anew_on_the_same_ports(fresh):
    fresh.run("let before = 1")
    processes = fresh.processes
    fresh.client.stop_channels()
    fresh.manager.restart_kernel()
    fresh.connect()
    assert fresh.run("before").error["ename"] == "TypeScriptError"
    assert gone(processes)


@pytest.mark.parametrize("which", [0, 1], ids=["the protocol", "the session"])
def test_an_interrupt_of_a_terminal_ends_no_process_and_no_cell(kernel, which):
    """A terminal sends it to every process that was started there."""
    msg_id = kernel.begun("console.log('begun'); await new Promise((done) => setTimeout(done, 100)); 'went on'")
    os.kill(kernel.processes[which].pid, signal.SIGINT)
    assert kernel.collect(msg_id).result == "'went on'"


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP], ids=["a polite kill", "a closed terminal"])
def test_a_signal_that_ends_it_ends_it_whole(tmp_path, how):
    kernel = Kernel(tmp_path)
    processes = kernel.processes
    os.kill(processes[0].pid, how)
    assert gone(processes)
    kernel.stop(now=True)


def test_without_a_fitting_snapshot_the_kernel_starts_plainly(tmp_path):
    kernel = Kernel(tmp_path, env={**os.environ, "NODE_OPTIONS": "--max-semi-space-size=12"})
    assert kernel.value("let a = 1; a + 1") == "2"
    assert kernel.value("a = 5; a + 1") == "6"
    kernel.stop()


def small(tmp_path):
    """A kernel with little memory, which is reached soon; it cannot use the start-up snapshot and starts plainly."""
    return Kernel(tmp_path, env={**os.environ, "NODE_OPTIONS": "--max-old-space-size=400"})


@pytest.mark.parametrize(
    "more", ["new Float64Array(1e5).fill(1)", pytest.param("new Array(100).fill(0.5)", marks=pytest.mark.long)]
)
def test_an_allocation_without_end_is_stopped_and_variables_are_kept(tmp_path, more):
    kernel = small(tmp_path)
    kernel.run("let kept = 41; let hog: any[] = []")
    ran = kernel.run(f"while (true) hog.push({more})")
    assert ran.error["ename"] == "Interrupted"
    assert "too much memory" in ran.error["evalue"]
    assert kernel.value("hog = []; kept + 1") == "42"
    kernel.stop()


def test_when_memory_runs_out_at_once_the_next_session_says_so(tmp_path):
    kernel = small(tmp_path)
    processes = kernel.processes
    msg_id = kernel.send("'x'.repeat(5e8).split('')")
    assert gone(processes)
    ran = kernel.collect(msg_id)
    assert "memory ran out" in ran.error["evalue"]
    kernel.client.stop_channels()
    kernel.manager.restart_kernel(now=True)
    kernel.connect()
    assert "memory ran out" in kernel.run("1 + 1").printed("stderr")
    assert kernel.run("1 + 1").printed("stderr") == ""
    kernel.stop()


def test_a_folder_without_permission_to_write_is_no_matter(tmp_path):
    tmp_path.chmod(0o555)
    kernel = Kernel(tmp_path)
    assert kernel.value("1 + 1") == "2"
    kernel.stop()
    tmp_path.chmod(0o755)
    assert not list(tmp_path.iterdir())


@pytest.mark.long
def test_a_thousand_small_cells_take_no_more_memory(fresh):
    collect = (
        'import v8 from "node:v8"; import vm from "node:vm"; import { memoryUsage } from "node:process";\n'
        'v8.setFlagsFromString("--expose-gc"); const collect = vm.runInNewContext("gc")'
    )
    fresh.run(collect)

    def cells(count):
        for i in range(count):
            assert fresh.value(f"let v = {i}; function f{i % 20}() {{ return v }} f{i % 20}()") == str(i)

    def held():
        """What the session still holds when all garbage is collected, in MB, and what the protocol's process takes."""
        fresh.run("collect()")
        heap = float(fresh.value("collect(); memoryUsage().heapUsed / 1e6"))
        return heap, fresh.processes[0].memory_full_info().uss / 1e6

    cells(200)
    heap, protocol = held()
    cells(1000)
    heap_after, protocol_after = held()
    assert heap_after < heap + 5
    assert protocol_after < protocol + 40


@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
def test_a_kernel_ends_when_the_program_that_started_it_is_killed(tmp_path, busy):
    script = (
        "import sys, time; sys.path.insert(0, sys.argv[1])\n"
        "from kernel import Kernel\n"
        "kernel = Kernel(sys.argv[2])\n"
        "if sys.argv[3] == 'True': kernel.begun('console.log(1); while (true) {}')\n"
        "print(*[process.pid for process in kernel.processes], flush=True); time.sleep(60)\n"
    )
    arguments = [sys.executable, "-c", script, str(Path(__file__).parent), str(tmp_path), str(busy)]
    parent = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
    processes = [psutil.Process(int(pid)) for pid in parent.stdout.readline().split()]
    parent.kill()
    parent.wait()
    assert len(processes) == 2
    assert gone(processes)


def test_a_session_that_is_killed_from_outside_is_told_as_that(tmp_path):
    kernel = Kernel(tmp_path)
    msg_id = kernel.send("await new Promise(() => {})")
    kernel.late(msg_id, "execute_input")
    kernel.processes[1].kill()
    assert "the session was ended from outside" in kernel.collect(msg_id).error["evalue"]
    kernel.stop(now=True)


def test_cells_run_on_the_node_that_the_kernels_specification_names(kernel):
    node = KernelSpecManager().get_kernel_spec(KERNEL).argv[0]
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    assert kernel.value("process.version").strip("'\"") == version


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be taken away there")
def test_a_session_that_does_not_begin_says_why_and_what_to_do(tmp_path):
    folder = str(tmp_path / "gone")
    kernel = Kernel(tmp_path, before=["sh", "-c", 'mkdir "$0" && cd "$0" && rmdir "$0" && exec "$@"', folder])
    for _ in range(2):
        error = kernel.run("1 + 1").error
        assert error["ename"] == "SessionNotBegun"
        assert "the folder of the notebook is gone" in error["evalue"]
        assert "restart the kernel" in error["evalue"]
    assert kernel.manager.is_alive()
    processes = kernel.processes
    kernel.stop()
    assert gone(processes)


def test_a_session_that_is_killed_while_nothing_runs_is_told_of_in_the_next(tmp_path):
    kernel = Kernel(tmp_path)
    kernel.run("1")
    kernel.processes[1].kill()
    kernel.manager.provisioner.process.wait(timeout=PATIENCE)
    kernel.client.stop_channels()
    kernel.manager.restart_kernel()
    kernel.connect()
    assert "Before this: the session was ended from outside" in kernel.run("1").printed("stderr")
    kernel.stop()
