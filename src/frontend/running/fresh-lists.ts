/** The part of JupyterLab's connection to its server that this uses. */
export interface ServerSettings {
  fetch: (request: Request) => Promise<Response>;
}

const OF_KERNELS = /\/api\/(?:kernels|sessions)(?:$|\/)/;
const LIST = /\/api\/(?:kernels|sessions)$/;

/**
 * Has the page ask again for a list of kernels or sessions while which it began or ended one. JupyterLab takes what is not
 * in a list for gone: by a list that comes late, a kernel that has just begun is dead, and what it was told is lost.
 */
export function askAgainForOldLists(settings: ServerSettings): void {
  const ask = settings.fetch;
  let changes = 0;

  async function change(request: Request): Promise<Response> {
    try {
      return await ask(request);
    } finally {
      changes += 1;
    }
  }

  async function list(request: Request): Promise<Response> {
    const before = changes;
    const response = await ask(request.clone());
    return before === changes ? response : list(request);
  }

  settings.fetch = (request) => {
    const { pathname } = new URL(request.url);
    if (request.method !== "GET") return OF_KERNELS.test(pathname) ? change(request) : ask(request);
    return LIST.test(pathname) ? list(request) : ask(request);
  };
}
