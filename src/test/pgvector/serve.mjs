// An empty PostgreSQL with pgvector in memory. Prints its JDBC address when it can be asked, and ends when its input does.
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { createServer } from 'node:net';

const free = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

process.stdin.on('end', () => process.exit(0)).resume();
const port = await free();
const db = await PGlite.create({ extensions: { vector, pg_trgm } });
await new PGLiteSocketServer({ db, port, host: '127.0.0.1' }).start();
// it keeps prepared statements beyond a connection, so the driver is to make none
console.log(`jdbc:postgresql://127.0.0.1:${port}/postgres?user=postgres&sslmode=disable&socketTimeout=60&prepareThreshold=0`);
