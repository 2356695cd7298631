import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { AuditEntry, Invitation, OfficeRecords, SamePerson, StaffMember } from '../../src/office/records.ts';
import { Shelf } from './shelf.ts';
import { tableOf } from './table.ts';
import type { UnitOfWork } from './unit.ts';

const staff = tableOf<StaffMember>()({
  name: 'Staff',
  key: ['personId'],
  columns: { personId: 'text', role: 'text', invitedBy: 'text', since: 'instant' },
  findMany: (sql, args: Prisma.StaffFindManyArgs) => sql.staff.findMany(args),
});

const invitations = tableOf<Invitation>()({
  name: 'Invitation',
  key: ['codeHash'],
  columns: { codeHash: 'text', role: 'text', invitedBy: 'text', createdAt: 'instant', expiresAt: 'instant', usedAt: 'instant' },
  findMany: (sql, args: Prisma.InvitationFindManyArgs) => sql.invitation.findMany(args),
});

const audit = tableOf<AuditEntry>()({
  name: 'AuditEntry',
  key: ['id'],
  columns: { id: 'text', at: 'instant', actorId: 'text', subjectId: 'text', act: 'text', eventKey: 'text', details: 'json' },
  findMany: (sql, args: Prisma.AuditEntryFindManyArgs) => sql.auditEntry.findMany(args),
});

const samePersons = tableOf<SamePerson>()({
  name: 'SamePerson',
  key: ['id'],
  columns: { id: 'text', eventKey: 'text', enteredId: 'text', chatId: 'text', state: 'text', decidedBy: 'text', decidedAt: 'instant' },
  findMany: (sql, args: Prisma.SamePersonFindManyArgs) => sql.samePerson.findMany(args),
});

const newestFirst = [{ at: 'desc' }, { id: 'desc' }] satisfies Prisma.AuditEntryFindManyArgs['orderBy'];

export function officeRecords(unit: UnitOfWork): OfficeRecords {
  const members = new Shelf(staff, unit);
  const codes = new Shelf(invitations, unit);
  const entries = new Shelf(audit, unit);
  const proposals = new Shelf(samePersons, unit);
  return {
    staff: (personId) => members.find({ personId }),
    prefetchStaff: (personIds) => members.prefetch(personIds.map((personId) => ({ personId }))),
    allStaff: () => members.select({ orderBy: [{ since: 'asc' }, { personId: 'asc' }] }),
    putStaff: (member) => members.put(member),
    removeStaff: (personId) => members.remove({ personId }),
    invitation: (codeHash) => codes.find({ codeHash }),
    putInvitation: (invitation) => codes.put(invitation),
    audit: (entry) => entries.put(entry),
    auditLog: (take) => entries.select({ orderBy: newestFirst, take }),
    auditOf: (subjectId, take) => entries.select({ where: { subjectId }, orderBy: newestFirst, take }),
    auditAbout: (personId) => entries.select({ where: { OR: [{ subjectId: personId }, { actorId: personId }] }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
    async auditSubject(from, to) {
      await unit.write([entries], (sql) => sql.auditEntry.updateMany({ where: { subjectId: from }, data: { subjectId: to } }));
    },
    samePerson: (id) => proposals.find({ id }),
    openSamePersons: (eventKey) => proposals.select({ where: { eventKey, state: 'OPEN' }, orderBy: { id: 'asc' } }),
    samePersonsWith: (personId) => proposals.select({ where: { OR: [{ enteredId: personId }, { chatId: personId }] }, orderBy: { id: 'asc' } }),
    putSamePerson: (proposal) => proposals.put(proposal),
    removeSamePerson: (id) => proposals.remove({ id }),
  };
}
