import { canInstallPackages, installPackages } from "../packages";
import { Sentence } from "../sentence";
import { answers } from "./connection";
import { dockerAnswers, startDockerServer } from "./docker-server";
import { withDatabaseName } from "./names";
import { findServerProgram, startPrivateServer } from "./private-server";

interface FindOptions {
  /** Where a server of our own keeps its data. */
  folder: string;
  /** The database's name on a server of our own. */
  name: string;
  durable: boolean;
  /** Hears in a few words what was found. */
  note?: (text: string) => void;
}

export interface FoundDatabase {
  url: string;
  /** Nobody else's data can be on it: it belongs to this folder alone. */
  isOurs: boolean;
}

const ways =
  "There is no database: set DATABASE_URL=mysql://user:password@host:3306/name, or install MariaDB (10.6 or newer) or MySQL (8.0 or newer) so that mariadbd or mysqld is on the PATH, or start Docker, or on Debian or Ubuntu run this as root (or with sudo that asks no password).";

/** DATABASE_URL, a server program on this machine, Docker, or the distribution's package, in this order. */
export async function findDatabase({ folder, name, durable, note }: FindOptions): Promise<FoundDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) {
    if (!/^mysql:\/\/.+\/.+/.test(given))
      throw new Sentence("DATABASE_URL must look like mysql://user:password@host:3306/name.");
    if (!(await answers(given)))
      throw new Sentence("The database of DATABASE_URL does not answer, or refuses this user.");
    note?.("from DATABASE_URL");
    return { url: given, isOurs: false };
  }
  const program = await findServerProgram();
  if (program) {
    note?.(`${program.name}, private`);
    return {
      url: withDatabaseName(await startPrivateServer(program, { folder, durable }), name),
      isOurs: true,
    };
  }
  if (await dockerAnswers()) {
    note?.("in Docker");
    return { url: withDatabaseName(await startDockerServer({ folder, durable }), name), isOurs: true };
  }
  if (await canInstallPackages()) {
    await installPackages(
      ["mariadb-server-core", "mariadb-client-core"],
      ["mariadb-server-core-10.6", "mariadb-client-core-10.6"],
    );
    const installed = await findServerProgram();
    if (installed) {
      note?.(`${installed.name}, installed from the distribution, private`);
      return {
        url: withDatabaseName(await startPrivateServer(installed, { folder, durable }), name),
        isOurs: true,
      };
    }
  }
  throw new Sentence(ways);
}
