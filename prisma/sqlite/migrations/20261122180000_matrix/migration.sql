-- CreateTable
CREATE TABLE "Deed" (
    "room" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("room", "messageId")
);

-- CreateIndex
CREATE INDEX "Deed_personId_idx" ON "Deed"("personId");

-- CreateIndex
CREATE INDEX "Deed_at_idx" ON "Deed"("at");

-- CreateIndex
CREATE INDEX "ChatIdentity_room_idx" ON "ChatIdentity"("room");
