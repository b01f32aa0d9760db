import { Database } from 'sqlite3';

/** One connection to a SQLite file, with promises. */
export class SqliteConnection {
  private constructor(private readonly database: Database) {}

  /** Opens the file and makes it where it is missing. */
  static open(path: string): Promise<SqliteConnection> {
    return new Promise((resolve, reject) => {
      const database = new Database(path, (error) =>
        error ? reject(error) : resolve(new SqliteConnection(database)),
      );
    });
  }

  run(sql: string, parameters: readonly unknown[] = []): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.run(sql, parameters, (error) => (error ? reject(error) : resolve()));
    });
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) =>
      this.database.close((error) => (error ? reject(error) : resolve())),
    );
  }
}
