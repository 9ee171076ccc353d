"""A kernel as the tests drive it: run a cell, look at all that came back."""

import re
import time
from dataclasses import dataclass, field

import psutil
from jupyter_client.manager import KernelManager

KERNEL = "fall-line"

# What a busy machine may take for what a quiet one does at once.
PATIENCE = 300  # seconds


@dataclass
class Ran:
    """What came of a cell."""

    reply: dict
    messages: list = field(default_factory=list)

    @property
    def status(self):
        return self.reply["status"]

    def of(self, kind):
        return [m["content"] for m in self.messages if m["msg_type"] == kind]

    @property
    def result(self):
        """The text of the last expression, or None."""
        found = self.of("execute_result")
        return found[-1]["data"]["text/plain"] if found else None

    def printed(self, name="stdout"):
        return "".join(c["text"] for c in self.of("stream") if c["name"] == name)

    @property
    def error(self):
        return self.of("error")[-1]

    @property
    def traceback(self):
        """The whole traceback, without colours."""
        return re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(self.error["traceback"]))


class Kernel:
    def __init__(self, cwd, before=(), **launch):
        """Starts a kernel in a folder; what stands before its command, as `env`, starts it."""
        self.manager = KernelManager(kernel_name=KERNEL)
        self.manager.kernel_spec.argv[:0] = before
        self.manager.start_kernel(cwd=str(cwd), **launch)
        self.connect()

    def connect(self):
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)

    def send(self, code, **options):
        return self.client.execute(code, **options)

    def collect(self, msg_id, timeout=PATIENCE):
        """All messages of a request, and its reply."""
        deadline = time.monotonic() + timeout
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
            messages.append(message)
        return Ran(self.reply(msg_id, max(1, deadline - time.monotonic())), messages)

    def reply(self, msg_id, timeout=PATIENCE):
        deadline = time.monotonic() + timeout
        while True:
            message = self.client.get_shell_msg(timeout=max(0.01, deadline - time.monotonic()))
            if message["parent_header"].get("msg_id") == msg_id:
                return message["content"]

    def run(self, code, timeout=PATIENCE, **options):
        return self.collect(self.send(code, **options), timeout)

    def value(self, code):
        """The text of the last expression of a cell that must succeed."""
        ran = self.run(code)
        assert ran.status == "ok", ran.traceback
        return ran.result

    def interrupt(self):
        """Interrupts, and waits until the kernel has heard of it; the manager's own way does not wait."""
        channel = self.client.control_channel
        request = self.client.session.msg("interrupt_request", {})
        channel.send(request)
        while channel.get_msg(timeout=PATIENCE)["parent_header"].get("msg_id") != request["header"]["msg_id"]:
            pass

    def begun(self, code):
        """Sends a cell that prints something where it is to be interrupted, and waits for that."""
        msg_id = self.send(code)
        self.late(msg_id, "stream", fails=True)
        return msg_id

    def interrupted_once_begun(self, code):
        """Runs a cell, interrupts it when its own code is running, and gives what came of it."""
        msg_id = self.begun(f"console.log('begun'); {code}")
        self.interrupt()
        return self.collect(msg_id)

    def late(self, msg_id, kind, timeout=PATIENCE, fails=False):
        """The next message of a kind that belongs to a request; with `fails`, an error before it fails the test."""
        deadline = time.monotonic() + timeout
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            if message["msg_type"] == kind:
                return message["content"]
            assert not fails or message["msg_type"] != "error", message["content"]

    @property
    def processes(self):
        parent = psutil.Process(self.manager.provisioner.pid)
        return [parent, *parent.children(recursive=True)]

    def stop(self, now=False):
        self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=now)
