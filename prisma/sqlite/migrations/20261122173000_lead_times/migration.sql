-- DropIndex
DROP INDEX "Reminder_state_sendAt_idx";

-- CreateTable
CREATE TABLE "LeadTimes" (
    "eventKey" TEXT NOT NULL PRIMARY KEY,
    "rules" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Reminder_state_sendAt_dueAt_planId_id_idx" ON "Reminder"("state", "sendAt", "dueAt", "planId", "id");
