-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "workingGroup" TEXT;

-- AlterTable
ALTER TABLE "Room" ADD COLUMN     "groupKey" TEXT;

-- CreateTable
CREATE TABLE "WorkingGroup" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "fieldOfAction" TEXT,
    "joining" TEXT NOT NULL,
    "meetings" TEXT,
    "from" TIMESTAMP(3),
    "until" TIMESTAMP(3),
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WorkingGroup_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Membership" (
    "groupKey" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "sector" TEXT,
    "standing" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "enteredBy" TEXT,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("groupKey", "personId")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "proposedBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "eventKey" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "present" BOOLEAN NOT NULL,
    "markedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("eventKey", "personId")
);

-- CreateTable
CREATE TABLE "Minutes" (
    "eventKey" TEXT NOT NULL,
    "groupKey" TEXT NOT NULL,
    "texts" TEXT NOT NULL,
    "link" TEXT,
    "state" TEXT NOT NULL,
    "writtenBy" TEXT,
    "writtenAt" TIMESTAMP(3) NOT NULL,
    "approvedAt" TIMESTAMP(3),

    CONSTRAINT "Minutes_pkey" PRIMARY KEY ("eventKey")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL,
    "groupKey" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "ownerId" TEXT,
    "dueAt" TIMESTAMP(3),
    "state" TEXT NOT NULL,
    "remindAt" TIMESTAMP(3),
    "createdBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingSeries" (
    "id" TEXT NOT NULL,
    "groupKey" TEXT NOT NULL,
    "recurrence" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "end" TEXT NOT NULL,
    "place" TEXT,
    "state" TEXT NOT NULL,
    "lastDate" TEXT NOT NULL,
    "lastEventKey" TEXT NOT NULL,

    CONSTRAINT "MeetingSeries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");

-- CreateIndex
CREATE INDEX "Membership_enteredBy_idx" ON "Membership"("enteredBy");

-- CreateIndex
CREATE INDEX "AgendaItem_eventKey_position_idx" ON "AgendaItem"("eventKey", "position");

-- CreateIndex
CREATE INDEX "AgendaItem_proposedBy_idx" ON "AgendaItem"("proposedBy");

-- CreateIndex
CREATE INDEX "Attendance_personId_idx" ON "Attendance"("personId");

-- CreateIndex
CREATE INDEX "Minutes_groupKey_writtenAt_idx" ON "Minutes"("groupKey", "writtenAt");

-- CreateIndex
CREATE INDEX "Minutes_writtenBy_idx" ON "Minutes"("writtenBy");

-- CreateIndex
CREATE UNIQUE INDEX "Task_groupKey_number_key" ON "Task"("groupKey", "number");

-- CreateIndex
CREATE INDEX "Task_state_remindAt_idx" ON "Task"("state", "remindAt");

-- CreateIndex
CREATE INDEX "Task_ownerId_idx" ON "Task"("ownerId");

-- CreateIndex
CREATE INDEX "Task_createdBy_idx" ON "Task"("createdBy");

-- CreateIndex
CREATE INDEX "MeetingSeries_state_idx" ON "MeetingSeries"("state");
