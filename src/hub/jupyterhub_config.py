"""JupyterHub for a class with fall-line: what concerns the lessons, and nothing else.

Your own jupyterhub_config.py takes it in with load_subconfig("PATH/jupyterhub_config.py"), and says after that who may log in.
README.md, beside this file, explains each part.
"""

import sys

c = get_config()  # noqa: F821

# Each student's server lays the lessons into ~/fall-line before it starts: in the student's own process and as the student, so
# that no slow disk holds up the hub. JupyterLab opens where the student stopped. A server starts without lessons rather than
# not at all.
START = """
umask 077
mkdir -p "$HOME/fall-line"
lesson=$(fall-line lessons --dir "$HOME/fall-line" --quiet --open)
[ -z "$lesson" ] || export JUPYTERHUB_DEFAULT_URL="/lab/tree/$lesson"
exec "$@"
"""
c.Spawner.cmd = ["sh", "-c", START, "with-lessons", "jupyterhub-singleuser"]
c.Spawner.notebook_dir = "~/fall-line"
c.Spawner.default_url = "/lab"

c.Spawner.args = [
    # Kernels are spoken to through files that the student alone can open, and not through ports of the machine.
    "--KernelManager.transport=ipc",
    # A kernel that nobody has used for half an hour is stopped, its notebook open or not: each lesson that was opened has one.
    "--MappingKernelManager.cull_idle_timeout=1800",
    "--MappingKernelManager.cull_interval=120",
    "--MappingKernelManager.cull_connected=True",
    # What the lessons do not need takes a fifth of a server's memory.
    "--ServerApp.jpserver_extensions=jupyter_lsp=False",
    "--ServerApp.jpserver_extensions=jupyter_server_terminals=False",
    "--ServerApp.jpserver_extensions=notebook=False",
    "--ServerApp.jpserver_extensions=notebook_shim=False",
    "--ServerApp.terminals_enabled=False",
    # Students install no extensions.
    "--LabApp.extension_manager=readonly",
]

c.Spawner.environment = {
    # Memory that a server has done with goes back to the system.
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_TRIM_THRESHOLD_": "131072",
    # What a notebook must look like is read by each server, and not compiled: 10 MB less, and a tenth of a second for each
    # notebook that is opened or saved.
    "NBFORMAT_VALIDATOR": "jsonschema",
}

# What one student may take. The hub's own spawner for local users cannot hold anybody to it; those for systemd, containers and
# Kubernetes do.
c.Spawner.mem_limit = "1G"
c.Spawner.cpu_limit = 1.0
c.JupyterHub.concurrent_spawn_limit = 20

# A server that nobody has used for an hour is stopped, with its kernels. What is saved is saved; variables are gone.
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=3600"],
    }
]
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle-culler"],
    }
]
