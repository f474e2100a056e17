CREATE TABLE `branch_special_hours` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`branch_id` bigint NOT NULL,
	`day` date NOT NULL,
	`starts_minute` int NOT NULL,
	`ends_minute` int NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `branch_special_hours_pk` PRIMARY KEY(`tenant_id`,`branch_id`,`day`,`starts_minute`),
	CONSTRAINT `branch_special_hours_ck` CHECK(`branch_special_hours`.`starts_minute` >= 0 AND `branch_special_hours`.`ends_minute` <= 1440 AND `branch_special_hours`.`starts_minute` < `branch_special_hours`.`ends_minute`)
);
--> statement-breakpoint
CREATE TABLE `hold_turns` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`turn` tinyint NOT NULL,
	CONSTRAINT `hold_turns_pk` PRIMARY KEY(`tenant_id`,`turn`)
);
--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_0` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_1` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_2` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_3` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_4` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_5` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_6` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_7` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_8` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_9` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_10` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_11` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_12` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_13` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_14` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_15` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_16` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_17` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_18` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_19` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_20` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_21` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_22` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `call_day_rollups` ADD `missed_hour_23` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `calls` ADD `asked_at` datetime(3);--> statement-breakpoint
ALTER TABLE `job_runs` ADD `debounce_key` varchar(191);--> statement-breakpoint
ALTER TABLE `staff` ADD `color` tinyint;--> statement-breakpoint
ALTER TABLE `job_runs` ADD CONSTRAINT `job_runs_debounce_uq` UNIQUE(`debounce_key`);--> statement-breakpoint
ALTER TABLE `branch_special_hours` ADD CONSTRAINT `branch_special_hours_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `hold_turns` ADD CONSTRAINT `hold_turns_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `staff_time_off_ends_ix` ON `staff_time_off` (`tenant_id`,`ends_at`,`starts_at`);