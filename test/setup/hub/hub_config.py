"""The hub of the tests: the settings that are handed out, on this machine alone, with users who need no password."""

import os

c = get_config()  # noqa: F821
load_subconfig(os.environ["HUB_CONFIG"])  # noqa: F821

place = os.environ["HUB_PLACE"]
port = int(os.environ["HUB_PORT"])
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.bind_url = f"http://127.0.0.1:{port}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{port + 1}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{port + 2}"
c.ConfigurableHTTPProxy.command = [os.environ["HUB_PROXY"]]
c.JupyterHub.db_url = f"sqlite:///{place}/hub.sqlite"
c.JupyterHub.cookie_secret_file = f"{place}/cookie-secret"
c.Spawner.environment.update({"PATH": os.environ["PATH"], "JUPYTERHUB_ALLOW_TOKEN_IN_URL": "1"})
c.Spawner.start_timeout = c.Spawner.http_timeout = 180

handed_out = list(c.Spawner.args)


def with_options(spawner):
    """Kernels end sooner where the test says so; all else stays as it is handed out."""
    idle = spawner.user_options.get("idle")
    sooner = {"cull_idle_timeout=1800": f"cull_idle_timeout={idle}", "cull_interval=120": "cull_interval=2"}
    spawner.args = list(handed_out)
    if idle is not None:
        for old, new in sooner.items():
            spawner.args = [one.replace(old, new) for one in spawner.args]


c.Spawner.pre_spawn_hook = with_options
c.JupyterHub.tornado_settings = {"slow_spawn_timeout": 0}

c.JupyterHub.services.append({"name": "test", "api_token": os.environ["HUB_TOKEN"]})
scopes = ["admin:users", "admin:servers", "access:servers", "tokens", "list:users", "read:servers"]
c.JupyterHub.load_roles.append({"name": "test", "scopes": scopes, "services": ["test"]})
