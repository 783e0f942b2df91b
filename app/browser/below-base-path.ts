/** An address from the root of the application as the browser must ask for it: the application may be reached below a path. */
export const belowBasePath = (address: string): string => (document.documentElement.dataset.basePath ?? "") + address;
