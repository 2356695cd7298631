import type { Instant } from '../kernel/time.ts';

export type Role = 'OFFICER' | 'DEPUTY' | 'HELPER';

export interface StaffMember {
  readonly personId: string;
  readonly role: Role;
  readonly invitedBy: string | null;
  readonly since: Instant;
}

/** A one-time code that makes whoever types it a member of the office. Only its hash is kept. */
export interface Invitation {
  readonly codeHash: string;
  readonly role: Role;
  readonly invitedBy: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

/** What somebody did on behalf of the town. Ids and codes only, never a name. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly subjectId: string | null;
  /** "reply.entered", "event.moved", "role.given", ...: the text key is `audit-` + act with dots as dashes. */
  readonly act: string;
  readonly eventKey: string | null;
  readonly details: Readonly<Record<string, string | number | null>>;
}

/** Two persons who may be one: proposed to the office, never merged silently. */
export interface SamePerson {
  readonly id: string;
  readonly eventKey: string;
  readonly enteredId: string;
  readonly chatId: string;
  readonly state: 'OPEN' | 'MERGED' | 'APART';
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
}

export interface OfficeRecords {
  staff(personId: string): Promise<StaffMember | null>;
  prefetchStaff(personIds: readonly string[]): Promise<void>;
  allStaff(): Promise<StaffMember[]>;
  putStaff(member: StaffMember): void;
  removeStaff(personId: string): void;
  invitation(codeHash: string): Promise<Invitation | null>;
  putInvitation(invitation: Invitation): void;
  audit(entry: AuditEntry): void;
  /** Newest first. */
  auditLog(limit: number): Promise<AuditEntry[]>;
  auditOf(subjectId: string, limit: number): Promise<AuditEntry[]>;
  /** All entries about or by a person, oldest first. */
  auditAbout(personId: string): Promise<AuditEntry[]>;
  /** Rewrites the subject of entries (merge) or blanks it (erasure, with null). */
  auditSubject(from: string, to: string | null): Promise<void>;
  samePerson(id: string): Promise<SamePerson | null>;
  openSamePersons(eventKey: string): Promise<SamePerson[]>;
  samePersonsWith(personId: string): Promise<SamePerson[]>;
  putSamePerson(proposal: SamePerson): void;
  removeSamePerson(id: string): void;
}
