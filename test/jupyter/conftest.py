import os

import pytest
from kernel import Kernel


# Tests do not find each other's cells in the history.
os.environ["FALL_LINE_HISTORY"] = "off"


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A folder far from the project, where notebooks lie."""
    return tmp_path_factory.mktemp("notebooks")


@pytest.fixture(scope="session")
def shared_kernel(folder):
    kernel = Kernel(folder)
    yield kernel
    kernel.stop()


@pytest.fixture
def kernel(shared_kernel):
    """A kernel that other tests have used and will use: it must bear all of them."""
    yield shared_kernel
    assert shared_kernel.value("6 * 7") == "42"


@pytest.fixture
def fresh(tmp_path):
    """A kernel of the test's own, in a folder of its own."""
    kernel = Kernel(tmp_path)
    yield kernel
    kernel.stop()
