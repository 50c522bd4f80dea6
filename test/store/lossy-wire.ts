import { createConnection, createServer, type Socket } from 'node:net';

/**
 * A wire to a server that can be cut (connections are reset), refuse connections, or fall silent, and be mended. It can also
 * leave its connections silent for good and carry new ones, as when another machine takes over an address.
 */
export interface LossyWire {
  readonly port: number;
  readonly cut: () => void;
  readonly refuse: () => void;
  readonly silence: () => void;
  readonly moveOn: () => void;
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Lays a wire to a port of this machine. */
export async function layWire(target: number): Promise<LossyWire> {
  let state: 'whole' | 'cut' | 'refusing' | 'silent' = 'whole';
  const sockets = new Set<Socket>();
  let abandoned = new Set<Socket>();
  const server = createServer((near) => {
    if (state === 'cut') near.resetAndDestroy();
    const far = createConnection(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => state === 'whole' && !abandoned.has(from) && to.write(data));
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const drop = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    refuse: () => {
      state = 'refusing';
      drop();
      server.close();
    },
    cut: () => {
      state = 'cut';
      drop();
    },
    silence: () => {
      state = 'silent';
    },
    moveOn: () => {
      abandoned = new Set(sockets);
    },
    mend: async () => {
      if (state !== 'whole') drop();
      if (state === 'refusing') await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      state = 'whole';
    },
    close: () => {
      drop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
