import { isDuplicateKey } from "@/server/db/errors";
import { DomainError } from "../_core/errors";

/** @throws DomainError `saved_view.name_taken` where the person has a view of that list by this name */
export async function refuseTakenName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error, "saved_views_name_uq"))
      throw new DomainError("saved_view.name_taken", "conflict");
    throw error;
  }
}
