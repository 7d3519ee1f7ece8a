/** Whether a URL's `hostname` is this computer. The URL parser has already written every form of an IPv4 address as four numbers. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
