/** What the API offers at sign-in. */
export interface SignInOptions {
  /** Addresses under which people open Gondola; sign-in works there only. */
  addresses: string[];
  /** Roles that the demo offers without a password; empty without the demo. */
  demoRoles: DemoRole[];
}

export type DemoRole = 'category_manager' | 'analyst' | 'operator' | 'admin';
