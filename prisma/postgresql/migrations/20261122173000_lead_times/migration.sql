-- DropIndex
DROP INDEX "Reminder_state_sendAt_idx";

-- CreateTable
CREATE TABLE "LeadTimes" (
    "eventKey" TEXT NOT NULL,
    "rules" TEXT NOT NULL,

    CONSTRAINT "LeadTimes_pkey" PRIMARY KEY ("eventKey")
);

-- CreateIndex
CREATE INDEX "Reminder_state_sendAt_dueAt_planId_id_idx" ON "Reminder"("state", "sendAt", "dueAt", "planId", "id");
