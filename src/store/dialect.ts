import type { ColumnDefinitionBuilder, Dialect, Kysely, SelectQueryBuilder } from 'kysely';
import type { Tables } from './schema';

/** All in which databases differ. Everything else in the store is written once. */
export interface StoreDialect {
  readonly kysely: Dialect;
  /** The type of a key that counts up by itself, and how the column is completed. */
  readonly countingKey: {
    readonly type: 'integer' | 'serial';
    readonly complete: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  };
  readonly bytes: 'blob' | 'bytea';
  /** Makes deleted content leave the files as far as the database can. */
  wipe(db: Kysely<Tables>): Promise<void>;
  /** Makes other transactions wait that want the rows read; nothing where only one writes at a time. */
  lockRows<DB, TB extends keyof DB, O>(
    query: SelectQueryBuilder<DB, TB, O>,
  ): SelectQueryBuilder<DB, TB, O>;
}
