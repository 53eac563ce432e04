CREATE TABLE `states` (
	`conversation` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`sealed` blob NOT NULL
);
--> statement-breakpoint
INSERT INTO `states` SELECT `id`, `seq`, `sealed` FROM `conversations` WHERE `erased` IS NULL;--> statement-breakpoint
ALTER TABLE `turns` ADD `patch` blob;--> statement-breakpoint
ALTER TABLE `conversations` DROP COLUMN `sealed`;