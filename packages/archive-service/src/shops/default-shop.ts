/** The shop of the environment's ADMIN_KEY, and of a public route that names none. */
export const DEFAULT_SHOP = 'default';
