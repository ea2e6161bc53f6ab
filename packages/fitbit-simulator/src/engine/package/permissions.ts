import type { PackageManifest } from "./manifest";

/** Whether a program has a permission, e.g. `access_heart_rate`. */
export type PermissionCheck = (permission: string) => boolean;

/**
 * A permission is granted when the package asks for it and the wearer has not refused it.
 * @param refused permissions the wearer has refused
 */
export function permissionCheck(
  { requestedPermissions }: PackageManifest,
  refused: readonly string[],
): PermissionCheck {
  return (permission) =>
    requestedPermissions.includes(permission) && !refused.includes(permission);
}
