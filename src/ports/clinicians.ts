export interface Clinician {
  readonly name: string;
  readonly disabled: boolean;
  readonly createdAt: string;
}

/** Local accounts and their sessions, as stored. Hashing and throttling are the desk's part. */
export interface Clinicians {
  add(name: string, passwordHash: string): Promise<void>;
  list(): Promise<readonly Clinician[]>;
  disable(name: string): Promise<boolean>;
  passwordHash(name: string): Promise<string | null>;
  openSession(tokenHash: string, name: string, expiresAt: string): Promise<void>;
  session(tokenHash: string, now: string): Promise<{ readonly name: string } | null>;
  closeSession(tokenHash: string): Promise<void>;
}
