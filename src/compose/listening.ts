import type { RequestListener } from 'node:http';
import { ConfigRefused } from '../config.ts';
import { listen, type RunningServer } from '../http/server.ts';

/** Where to listen, and the variable that says at which port. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly variable: 'PORT' | 'METRICS_PORT';
}

/** Thrown when another program listens at an address; trying again makes sense. The message is one line with the remedy. */
export class AddressTaken extends Error {
  constructor({ host, port, variable }: Place) {
    super(`${variable}: Another program listens at port ${port} of ${host}. Stop it, or set another port.`);
    this.name = 'AddressTaken';
  }
}

/**
 * Listens at a place.
 *
 * @throws AddressTaken when another program does already.
 * @throws ConfigRefused when nobody ever can, or this user may not.
 */
export async function listenAt(listener: RequestListener, place: Place): Promise<RunningServer> {
  try {
    return await listen(listener, place);
  } catch (error) {
    throw explained(error, place);
  }
}

function explained(error: unknown, place: Place): unknown {
  const { host, port, variable } = place;
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return new AddressTaken(place);
    case 'EACCES':
      return new ConfigRefused([`${variable}: This user may not listen at port ${port}. Set one above 1023.`]);
    case 'EADDRNOTAVAIL':
      return new ConfigRefused([
        `HOST: ${host} is no address of this machine. Set one of its own, 127.0.0.1, or 0.0.0.0 for all.`,
      ]);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigRefused([`HOST: The name ${host} leads to no address. Set an address, or a name that this machine has.`]);
    default:
      return error;
  }
}
