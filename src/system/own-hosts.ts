/** What a browser of this machine calls it. */
export const OWN_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** The host in an address, as browsers write it. */
export function hostIn(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}
