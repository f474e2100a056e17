CREATE TABLE `appointment_series` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`request_key` varchar(191),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `appointment_series_id` PRIMARY KEY(`id`),
	CONSTRAINT `appointment_series_tenant_id_uq` UNIQUE(`tenant_id`,`id`),
	CONSTRAINT `appointment_series_request_uq` UNIQUE(`tenant_id`,`request_key`)
);
--> statement-breakpoint
CREATE TABLE `appointment_staff` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`appointment_id` bigint NOT NULL,
	`staff_id` bigint NOT NULL,
	CONSTRAINT `appointment_staff_pk` PRIMARY KEY(`tenant_id`,`appointment_id`,`staff_id`)
);
--> statement-breakpoint
CREATE TABLE `resource_time_cells` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`resource_id` bigint NOT NULL,
	`cell_start` datetime(3) NOT NULL,
	`appointment_id` bigint,
	`offer_id` bigint,
	CONSTRAINT `resource_time_cells_pk` PRIMARY KEY(`tenant_id`,`resource_id`,`cell_start`),
	CONSTRAINT `resource_time_cells_owner_ck` CHECK((`resource_time_cells`.`appointment_id` IS NULL) <> (`resource_time_cells`.`offer_id` IS NULL))
);
--> statement-breakpoint
CREATE TABLE `booking_rules` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`scope` varchar(32) NOT NULL,
	`branch_id` bigint,
	`service_id` bigint,
	`move_hours_before` int,
	`cancel_hours_before` int,
	`max_moves` int,
	`max_cancellations_per_month` int,
	`fee_text` varchar(500),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `booking_rules_id` PRIMARY KEY(`id`),
	CONSTRAINT `booking_rules_scope_uq` UNIQUE(`tenant_id`,`scope`)
);
--> statement-breakpoint
CREATE TABLE `service_gaps` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`service_id` bigint NOT NULL,
	`starts_minute` int NOT NULL,
	`ends_minute` int NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `service_gaps_pk` PRIMARY KEY(`tenant_id`,`service_id`,`starts_minute`),
	CONSTRAINT `service_gaps_ck` CHECK(`service_gaps`.`starts_minute` > 0 AND `service_gaps`.`starts_minute` < `service_gaps`.`ends_minute` AND `service_gaps`.`starts_minute` % 5 = 0 AND `service_gaps`.`ends_minute` % 5 = 0)
);
--> statement-breakpoint
CREATE TABLE `staff_photos` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`staff_id` bigint NOT NULL,
	`image` mediumblob NOT NULL,
	`digest` char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `staff_photos_pk` PRIMARY KEY(`tenant_id`,`staff_id`)
);
--> statement-breakpoint
CREATE TABLE `staff_special_hours` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`staff_id` bigint NOT NULL,
	`day` date NOT NULL,
	`starts_minute` int NOT NULL,
	`ends_minute` int NOT NULL,
	`branch_id` bigint NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `staff_special_hours_pk` PRIMARY KEY(`tenant_id`,`staff_id`,`day`,`starts_minute`),
	CONSTRAINT `staff_special_hours_ck` CHECK(`staff_special_hours`.`starts_minute` >= 0 AND `staff_special_hours`.`ends_minute` <= 1440 AND `staff_special_hours`.`starts_minute` < `staff_special_hours`.`ends_minute`)
);
--> statement-breakpoint
CREATE TABLE `offers` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`call_id` bigint NOT NULL,
	`code` varchar(16) NOT NULL,
	`service_id` bigint NOT NULL,
	`staff_id` bigint NOT NULL,
	`further_staff_ids` json NOT NULL,
	`resource_id` bigint,
	`branch_id` bigint NOT NULL,
	`start_time` datetime(3) NOT NULL,
	`end_time` datetime(3) NOT NULL,
	`price_cents` int NOT NULL,
	`source` enum('own','calcom') NOT NULL,
	`calcom_event_type_id` int,
	`held_until` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `offers_id` PRIMARY KEY(`id`),
	CONSTRAINT `offers_tenant_id_uq` UNIQUE(`tenant_id`,`id`),
	CONSTRAINT `offers_code_uq` UNIQUE(`tenant_id`,`call_id`,`code`)
);
--> statement-breakpoint
CREATE TABLE `spoken_confirmations` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`call_id` bigint NOT NULL,
	`action` enum('book','move','cancel') NOT NULL,
	`offer_id` bigint,
	`appointment_id` bigint,
	`decision` enum('agreed','declined','missing','not_required') NOT NULL,
	`utterance` text,
	`at_ms` int,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `spoken_confirmations_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `resources` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`branch_id` bigint NOT NULL,
	`name` varchar(255) NOT NULL,
	`active` boolean NOT NULL DEFAULT true,
	`version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `resources_id` PRIMARY KEY(`id`),
	CONSTRAINT `resources_tenant_id_uq` UNIQUE(`tenant_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `service_resources` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`service_id` bigint NOT NULL,
	`resource_id` bigint NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `service_resources_pk` PRIMARY KEY(`tenant_id`,`service_id`,`resource_id`)
);
--> statement-breakpoint
ALTER TABLE `staff_time_cells` MODIFY COLUMN `appointment_id` bigint;--> statement-breakpoint
ALTER TABLE `appointments` ADD `resource_id` bigint;--> statement-breakpoint
ALTER TABLE `appointments` ADD `series_id` bigint;--> statement-breakpoint
ALTER TABLE `appointments` ADD `move_count` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff_time_cells` ADD `offer_id` bigint;--> statement-breakpoint
ALTER TABLE `branches` ADD `version` int DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `staff_needed` tinyint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `version` int DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `version` int DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `tenants` ADD `spoken_yes_required` boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `tenants` ADD `hold_minutes` int DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE `tenants` ADD `caller_proof` enum('number','name','birthdate') DEFAULT 'number' NOT NULL;--> statement-breakpoint
ALTER TABLE `tenants` ADD `says_half_hours` boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `appointment_series` ADD CONSTRAINT `appointment_series_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `appointment_staff` ADD CONSTRAINT `appointment_staff_appointment_fk` FOREIGN KEY (`tenant_id`,`appointment_id`) REFERENCES `appointments`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `appointment_staff` ADD CONSTRAINT `appointment_staff_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `resource_time_cells` ADD CONSTRAINT `resource_time_cells_resource_fk` FOREIGN KEY (`tenant_id`,`resource_id`) REFERENCES `resources`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `resource_time_cells` ADD CONSTRAINT `resource_time_cells_appointment_fk` FOREIGN KEY (`tenant_id`,`appointment_id`) REFERENCES `appointments`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `resource_time_cells` ADD CONSTRAINT `resource_time_cells_offer_fk` FOREIGN KEY (`tenant_id`,`offer_id`) REFERENCES `offers`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `booking_rules` ADD CONSTRAINT `booking_rules_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `booking_rules` ADD CONSTRAINT `booking_rules_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `booking_rules` ADD CONSTRAINT `booking_rules_service_fk` FOREIGN KEY (`tenant_id`,`service_id`) REFERENCES `services`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `service_gaps` ADD CONSTRAINT `service_gaps_service_fk` FOREIGN KEY (`tenant_id`,`service_id`) REFERENCES `services`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_photos` ADD CONSTRAINT `staff_photos_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_special_hours` ADD CONSTRAINT `staff_special_hours_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_special_hours` ADD CONSTRAINT `staff_special_hours_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `offers` ADD CONSTRAINT `offers_call_fk` FOREIGN KEY (`tenant_id`,`call_id`) REFERENCES `calls`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `offers` ADD CONSTRAINT `offers_service_fk` FOREIGN KEY (`tenant_id`,`service_id`) REFERENCES `services`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `offers` ADD CONSTRAINT `offers_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `offers` ADD CONSTRAINT `offers_resource_fk` FOREIGN KEY (`tenant_id`,`resource_id`) REFERENCES `resources`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `offers` ADD CONSTRAINT `offers_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `spoken_confirmations` ADD CONSTRAINT `spoken_confirmations_call_fk` FOREIGN KEY (`tenant_id`,`call_id`) REFERENCES `calls`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `spoken_confirmations` ADD CONSTRAINT `spoken_confirmations_offer_fk` FOREIGN KEY (`tenant_id`,`offer_id`) REFERENCES `offers`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `resources` ADD CONSTRAINT `resources_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `service_resources` ADD CONSTRAINT `service_resources_service_fk` FOREIGN KEY (`tenant_id`,`service_id`) REFERENCES `services`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `service_resources` ADD CONSTRAINT `service_resources_resource_fk` FOREIGN KEY (`tenant_id`,`resource_id`) REFERENCES `resources`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `appointment_staff_staff_ix` ON `appointment_staff` (`tenant_id`,`staff_id`);--> statement-breakpoint
CREATE INDEX `resource_time_cells_appointment_ix` ON `resource_time_cells` (`tenant_id`,`appointment_id`);--> statement-breakpoint
CREATE INDEX `resource_time_cells_offer_ix` ON `resource_time_cells` (`tenant_id`,`offer_id`);--> statement-breakpoint
CREATE INDEX `offers_held_ix` ON `offers` (`tenant_id`,`held_until`);--> statement-breakpoint
CREATE INDEX `spoken_confirmations_call_ix` ON `spoken_confirmations` (`tenant_id`,`call_id`);--> statement-breakpoint
ALTER TABLE `staff_time_cells` ADD CONSTRAINT `staff_time_cells_owner_ck` CHECK ((`staff_time_cells`.`appointment_id` IS NULL) <> (`staff_time_cells`.`offer_id` IS NULL));--> statement-breakpoint
ALTER TABLE `tenants` ADD CONSTRAINT `tenants_hold_ck` CHECK (`tenants`.`hold_minutes` BETWEEN 1 AND 15);--> statement-breakpoint
ALTER TABLE `appointments` ADD CONSTRAINT `appointments_resource_fk` FOREIGN KEY (`tenant_id`,`resource_id`) REFERENCES `resources`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `appointments` ADD CONSTRAINT `appointments_series_fk` FOREIGN KEY (`tenant_id`,`series_id`) REFERENCES `appointment_series`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_time_cells` ADD CONSTRAINT `staff_time_cells_offer_fk` FOREIGN KEY (`tenant_id`,`offer_id`) REFERENCES `offers`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `staff_time_cells_offer_ix` ON `staff_time_cells` (`tenant_id`,`offer_id`);