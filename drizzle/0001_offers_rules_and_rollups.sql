CREATE TABLE `appointment_rollups` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`hour_start` datetime(3) NOT NULL,
	`day` date NOT NULL,
	`branch_id` bigint NOT NULL,
	`pending` int NOT NULL,
	`scheduled` int NOT NULL,
	`completed` int NOT NULL,
	`cancelled` int NOT NULL,
	`no_show` int NOT NULL,
	`completed_cents` bigint NOT NULL,
	CONSTRAINT `appointment_rollups_pk` PRIMARY KEY(`tenant_id`,`hour_start`,`day`,`branch_id`)
);
--> statement-breakpoint
CREATE TABLE `call_marks` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`mark` enum('wished','offered','booked','attended','missed_failed','missed_no_time','missed_declined','missed_hung_up','missed_unclear') NOT NULL,
	`start_timestamp` datetime(3) NOT NULL,
	`call_id` bigint NOT NULL,
	CONSTRAINT `call_marks_pk` PRIMARY KEY(`tenant_id`,`mark`,`start_timestamp`,`call_id`)
);
--> statement-breakpoint
CREATE TABLE `call_rollups` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`hour_start` datetime(3) NOT NULL,
	`day` date NOT NULL,
	`hour` tinyint NOT NULL,
	`branch_id` bigint NOT NULL,
	`agent_id` bigint NOT NULL,
	`calls` int NOT NULL,
	`outcome_booked` int NOT NULL,
	`outcome_moved` int NOT NULL,
	`outcome_cancelled` int NOT NULL,
	`outcome_callback` int NOT NULL,
	`outcome_information` int NOT NULL,
	`outcome_hung_up` int NOT NULL,
	`outcome_transferred` int NOT NULL,
	`outcome_unresolved` int NOT NULL,
	`wished` int NOT NULL,
	`offered` int NOT NULL,
	`booked` int NOT NULL,
	`attended` int NOT NULL,
	`missed_failed` int NOT NULL,
	`missed_no_time` int NOT NULL,
	`missed_declined` int NOT NULL,
	`missed_hung_up` int NOT NULL,
	`missed_unclear` int NOT NULL,
	`duration_sec` bigint NOT NULL,
	`booked_cents` bigint NOT NULL,
	`cost_usd_cents` decimal(20,6) NOT NULL,
	CONSTRAINT `call_rollups_pk` PRIMARY KEY(`tenant_id`,`hour_start`,`day`,`hour`,`branch_id`,`agent_id`)
);
--> statement-breakpoint
CREATE TABLE `rollup_backlog` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`hour_start` datetime(3) NOT NULL,
	CONSTRAINT `rollup_backlog_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `rollup_states` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`audited_until` datetime(3),
	CONSTRAINT `rollup_states_tenant_id` PRIMARY KEY(`tenant_id`)
);
--> statement-breakpoint
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
CREATE TABLE `assistant_versions` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`number` int NOT NULL,
	`content` json NOT NULL,
	`revision` int NOT NULL DEFAULT 1,
	`restored_from` int,
	`author_id` bigint,
	`published_at` datetime(3),
	`published_by` bigint,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `assistant_versions_id` PRIMARY KEY(`id`),
	CONSTRAINT `assistant_versions_number_uq` UNIQUE(`tenant_id`,`number`),
	CONSTRAINT `assistant_versions_ck` CHECK(`assistant_versions`.`number` >= 0 AND (`assistant_versions`.`number` = 0) = (`assistant_versions`.`published_at` IS NULL))
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
CREATE TABLE `calcom_reservations` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`offer_id` bigint NOT NULL,
	`calcom_event_type_id` int NOT NULL,
	`start_time` datetime(3) NOT NULL,
	`uid` varchar(191),
	`until` datetime(3) NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `calcom_reservations_id` PRIMARY KEY(`id`),
	CONSTRAINT `calcom_reservations_offer_uq` UNIQUE(`tenant_id`,`offer_id`)
);
--> statement-breakpoint
CREATE TABLE `calcom_slot_days` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`event_type_id` bigint NOT NULL,
	`day` char(10) NOT NULL,
	`starts` json NOT NULL,
	`fetched_at` datetime(3) NOT NULL,
	`changed_at` datetime(3),
	CONSTRAINT `calcom_slot_days_pk` PRIMARY KEY(`tenant_id`,`event_type_id`,`day`)
);
--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`staff_id` bigint NOT NULL,
	`token_hash` char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`names` enum('none','initials','full') NOT NULL DEFAULT 'initials',
	`last_read_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `calendar_feeds_pk` PRIMARY KEY(`tenant_id`,`staff_id`),
	CONSTRAINT `calendar_feeds_token_uq` UNIQUE(`token_hash`)
);
--> statement-breakpoint
CREATE TABLE `call_notes` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`call_id` bigint NOT NULL,
	`author_id` bigint NOT NULL,
	`text` varchar(2000) NOT NULL,
	`edited_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `call_notes_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `call_reports` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`call_id` bigint NOT NULL,
	`kind` enum('misheard','wrong_answer','wrong_booking','not_booked','technical') NOT NULL,
	`text` varchar(2000) NOT NULL,
	`reported_by` bigint NOT NULL,
	`request_id` varchar(64) NOT NULL,
	`settled_at` datetime(3),
	`settled_by` bigint,
	`answer` varchar(2000),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `call_reports_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `call_tags` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`tag_id` bigint NOT NULL,
	`start_timestamp` datetime(3) NOT NULL,
	`call_id` bigint NOT NULL,
	CONSTRAINT `call_tags_pk` PRIMARY KEY(`tenant_id`,`tag_id`,`start_timestamp`,`call_id`),
	CONSTRAINT `call_tags_call_uq` UNIQUE(`tenant_id`,`call_id`,`tag_id`)
);
--> statement-breakpoint
CREATE TABLE `tags` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`name` varchar(40) NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `tags_id` PRIMARY KEY(`id`),
	CONSTRAINT `tags_tenant_id_uq` UNIQUE(`tenant_id`,`id`),
	CONSTRAINT `tags_name_uq` UNIQUE(`tenant_id`,`name`)
);
--> statement-breakpoint
CREATE TABLE `customer_merges` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`kept_id` bigint NOT NULL,
	`absorbed_id` bigint NOT NULL,
	`kept_before` json NOT NULL,
	`absorbed_before` json NOT NULL,
	`kept_after` json NOT NULL,
	`moved` json NOT NULL,
	`undo_until` datetime(3) NOT NULL,
	`undone_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `customer_merges_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `customer_search_keys` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`search_key` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`customer_id` bigint NOT NULL,
	CONSTRAINT `customer_search_keys_pk` PRIMARY KEY(`tenant_id`,`search_key`,`customer_id`)
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`email` varchar(255) NOT NULL,
	`role` enum('owner','manager','staff','viewer') NOT NULL,
	`token_hash` char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`expires_at` datetime(3) NOT NULL,
	`accepted_at` datetime(3),
	`revoked_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `invitations_id` PRIMARY KEY(`id`),
	CONSTRAINT `invitations_token_uq` UNIQUE(`token_hash`)
);
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`user_id` bigint NOT NULL,
	`code_hash` char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`used_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `recovery_codes_pk` PRIMARY KEY(`user_id`,`code_hash`)
);
--> statement-breakpoint
CREATE TABLE `user_totps` (
	`user_id` bigint NOT NULL,
	`secret_encrypted` varchar(255) NOT NULL,
	`confirmed_at` datetime(3),
	`last_step` bigint NOT NULL DEFAULT 0,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `user_totps_user_id` PRIMARY KEY(`user_id`)
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
	`held_at` datetime(3),
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
CREATE TABLE `saved_views` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`user_id` bigint NOT NULL,
	`list` enum('calls','appointments','customers','callbacks') NOT NULL,
	`name` varchar(60) NOT NULL,
	`query` varchar(2000) NOT NULL,
	`shared` boolean NOT NULL DEFAULT false,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `saved_views_id` PRIMARY KEY(`id`),
	CONSTRAINT `saved_views_name_uq` UNIQUE(`tenant_id`,`user_id`,`list`,`name`)
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
CREATE TABLE `setups` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`trade` enum('physiotherapy','medical','dental','hairdresser','cosmetics','consultancy','garage','other') NOT NULL,
	`steps` json NOT NULL,
	`wished_number` varchar(20),
	`dismissed_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `setups_tenant_id` PRIMARY KEY(`tenant_id`)
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
DROP INDEX `customers_name_ix` ON `customers`;--> statement-breakpoint
ALTER TABLE `staff_time_cells` MODIFY COLUMN `appointment_id` bigint;--> statement-breakpoint
ALTER TABLE `calcom_bookings` MODIFY COLUMN `status` enum('accepted','pending','cancelled','rejected','missing') NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `resource_id` bigint;--> statement-breakpoint
ALTER TABLE `appointments` ADD `series_id` bigint;--> statement-breakpoint
ALTER TABLE `appointments` ADD `request_hash` char(64) CHARACTER SET ascii COLLATE ascii_bin;--> statement-breakpoint
ALTER TABLE `appointments` ADD `move_count` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff_time_cells` ADD `offer_id` bigint;--> statement-breakpoint
ALTER TABLE `agents` ADD `reconciled_at` datetime(3);--> statement-breakpoint
ALTER TABLE `branches` ADD `version` int DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `staff_needed` tinyint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `version` int DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `version` int DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `calcom_connections` ADD `compared_at` datetime(3);--> statement-breakpoint
ALTER TABLE `calcom_connections` ADD `paused_until` datetime(3);--> statement-breakpoint
ALTER TABLE `calcom_connections` ADD `failures` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `calcom_event_types` ADD `refresh_locked_until` datetime(3);--> statement-breakpoint
ALTER TABLE `calcom_event_types` ADD `refresh_error` varchar(500);--> statement-breakpoint
ALTER TABLE `callbacks` ADD `claimed_by` bigint;--> statement-breakpoint
ALTER TABLE `callbacks` ADD `claimed_at` datetime(3);--> statement-breakpoint
ALTER TABLE `callbacks` ADD `attempts` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `callbacks` ADD `outcome` enum('reached','no_interest','wrong_number','booked');--> statement-breakpoint
ALTER TABLE `callbacks` ADD `appointment_id` bigint;--> statement-breakpoint
ALTER TABLE `callbacks` ADD `notes` text;--> statement-breakpoint
ALTER TABLE `callbacks` ADD `completed_by` bigint;--> statement-breakpoint
ALTER TABLE `calls` ADD `without_appointment` boolean GENERATED ALWAYS AS ((outcome in ('callback', 'information', 'hung_up', 'transferred', 'unresolved'))) VIRTUAL;--> statement-breakpoint
ALTER TABLE `calls` ADD `missed` boolean GENERATED ALWAYS AS ((outcome in ('hung_up', 'unresolved'))) VIRTUAL;--> statement-breakpoint
ALTER TABLE `calls` ADD `callback_open` boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `calls` ADD `booked_cents` int DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `calls` ADD `recording_decided_ms` int;--> statement-breakpoint
ALTER TABLE `calls` ADD `recording_words` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `merged_into_id` bigint;--> statement-breakpoint
ALTER TABLE `customers` ADD `searchable` boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `last_sign_in_at` datetime(3);--> statement-breakpoint
ALTER TABLE `events` ADD `actor_user_id` bigint;--> statement-breakpoint
ALTER TABLE `events` ADD `actor_type` varchar(16) GENERATED ALWAYS AS ((json_unquote(json_extract(`actor`, '$.type')))) VIRTUAL;--> statement-breakpoint
ALTER TABLE `tenants` ADD `suspended_at` datetime(3);--> statement-breakpoint
ALTER TABLE `tenants` ADD `suspension_reason` varchar(500);--> statement-breakpoint
ALTER TABLE `tenants` ADD `spoken_yes_required` boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `tenants` ADD `hold_minutes` int DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE `tenants` ADD `caller_proof` enum('number','name','birthdate') DEFAULT 'number' NOT NULL;--> statement-breakpoint
ALTER TABLE `tenants` ADD `says_half_hours` boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `appointment_rollups` ADD CONSTRAINT `appointment_rollups_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `call_marks` ADD CONSTRAINT `call_marks_call_fk` FOREIGN KEY (`tenant_id`,`call_id`) REFERENCES `calls`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `call_rollups` ADD CONSTRAINT `call_rollups_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `rollup_backlog` ADD CONSTRAINT `rollup_backlog_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `rollup_states` ADD CONSTRAINT `rollup_states_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `appointment_series` ADD CONSTRAINT `appointment_series_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `appointment_staff` ADD CONSTRAINT `appointment_staff_appointment_fk` FOREIGN KEY (`tenant_id`,`appointment_id`) REFERENCES `appointments`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `appointment_staff` ADD CONSTRAINT `appointment_staff_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `resource_time_cells` ADD CONSTRAINT `resource_time_cells_resource_fk` FOREIGN KEY (`tenant_id`,`resource_id`) REFERENCES `resources`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `resource_time_cells` ADD CONSTRAINT `resource_time_cells_appointment_fk` FOREIGN KEY (`tenant_id`,`appointment_id`) REFERENCES `appointments`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `resource_time_cells` ADD CONSTRAINT `resource_time_cells_offer_fk` FOREIGN KEY (`tenant_id`,`offer_id`) REFERENCES `offers`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `assistant_versions` ADD CONSTRAINT `assistant_versions_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `assistant_versions` ADD CONSTRAINT `assistant_versions_author_fk` FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `assistant_versions` ADD CONSTRAINT `assistant_versions_publisher_fk` FOREIGN KEY (`published_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `booking_rules` ADD CONSTRAINT `booking_rules_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `booking_rules` ADD CONSTRAINT `booking_rules_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `booking_rules` ADD CONSTRAINT `booking_rules_service_fk` FOREIGN KEY (`tenant_id`,`service_id`) REFERENCES `services`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calcom_reservations` ADD CONSTRAINT `calcom_reservations_offer_fk` FOREIGN KEY (`tenant_id`,`offer_id`) REFERENCES `offers`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calcom_slot_days` ADD CONSTRAINT `calcom_slot_days_type_fk` FOREIGN KEY (`tenant_id`,`event_type_id`) REFERENCES `calcom_event_types`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calendar_feeds` ADD CONSTRAINT `calendar_feeds_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `call_notes` ADD CONSTRAINT `call_notes_call_fk` FOREIGN KEY (`tenant_id`,`call_id`) REFERENCES `calls`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `call_notes` ADD CONSTRAINT `call_notes_author_fk` FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `call_reports` ADD CONSTRAINT `call_reports_call_fk` FOREIGN KEY (`tenant_id`,`call_id`) REFERENCES `calls`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `call_reports` ADD CONSTRAINT `call_reports_reporter_fk` FOREIGN KEY (`reported_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `call_reports` ADD CONSTRAINT `call_reports_settler_fk` FOREIGN KEY (`settled_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `call_tags` ADD CONSTRAINT `call_tags_tag_fk` FOREIGN KEY (`tenant_id`,`tag_id`) REFERENCES `tags`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `call_tags` ADD CONSTRAINT `call_tags_call_fk` FOREIGN KEY (`tenant_id`,`call_id`) REFERENCES `calls`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `tags` ADD CONSTRAINT `tags_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `customer_merges` ADD CONSTRAINT `customer_merges_kept_fk` FOREIGN KEY (`tenant_id`,`kept_id`) REFERENCES `customers`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `customer_merges` ADD CONSTRAINT `customer_merges_absorbed_fk` FOREIGN KEY (`tenant_id`,`absorbed_id`) REFERENCES `customers`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `customer_search_keys` ADD CONSTRAINT `customer_search_keys_customer_fk` FOREIGN KEY (`tenant_id`,`customer_id`) REFERENCES `customers`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `invitations` ADD CONSTRAINT `invitations_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `recovery_codes` ADD CONSTRAINT `recovery_codes_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `user_totps` ADD CONSTRAINT `user_totps_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE `saved_views` ADD CONSTRAINT `saved_views_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `saved_views` ADD CONSTRAINT `saved_views_user_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `service_gaps` ADD CONSTRAINT `service_gaps_service_fk` FOREIGN KEY (`tenant_id`,`service_id`) REFERENCES `services`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `setups` ADD CONSTRAINT `setups_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_photos` ADD CONSTRAINT `staff_photos_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_special_hours` ADD CONSTRAINT `staff_special_hours_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_special_hours` ADD CONSTRAINT `staff_special_hours_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `call_marks_call_ix` ON `call_marks` (`tenant_id`,`call_id`);--> statement-breakpoint
CREATE INDEX `rollup_backlog_tenant_ix` ON `rollup_backlog` (`tenant_id`,`id`);--> statement-breakpoint
CREATE INDEX `appointment_staff_staff_ix` ON `appointment_staff` (`tenant_id`,`staff_id`);--> statement-breakpoint
CREATE INDEX `resource_time_cells_appointment_ix` ON `resource_time_cells` (`tenant_id`,`appointment_id`);--> statement-breakpoint
CREATE INDEX `resource_time_cells_offer_ix` ON `resource_time_cells` (`tenant_id`,`offer_id`);--> statement-breakpoint
CREATE INDEX `calcom_reservations_start_ix` ON `calcom_reservations` (`tenant_id`,`start_time`);--> statement-breakpoint
CREATE INDEX `call_notes_call_ix` ON `call_notes` (`tenant_id`,`call_id`,`id`);--> statement-breakpoint
CREATE INDEX `call_reports_call_ix` ON `call_reports` (`tenant_id`,`call_id`,`id`);--> statement-breakpoint
CREATE INDEX `call_reports_open_ix` ON `call_reports` (`settled_at`,`id`);--> statement-breakpoint
CREATE INDEX `customer_merges_kept_ix` ON `customer_merges` (`tenant_id`,`kept_id`,`id`);--> statement-breakpoint
CREATE INDEX `invitations_tenant_ix` ON `invitations` (`tenant_id`,`email`);--> statement-breakpoint
CREATE INDEX `offers_held_ix` ON `offers` (`held_until`,`tenant_id`);--> statement-breakpoint
CREATE INDEX `spoken_confirmations_call_ix` ON `spoken_confirmations` (`tenant_id`,`call_id`);--> statement-breakpoint
CREATE INDEX `saved_views_shared_ix` ON `saved_views` (`tenant_id`,`list`,`shared`);--> statement-breakpoint
ALTER TABLE `staff_time_cells` ADD CONSTRAINT `staff_time_cells_owner_ck` CHECK ((`staff_time_cells`.`appointment_id` IS NULL) <> (`staff_time_cells`.`offer_id` IS NULL));--> statement-breakpoint
ALTER TABLE `tenants` ADD CONSTRAINT `tenants_hold_ck` CHECK (`tenants`.`hold_minutes` BETWEEN 1 AND 15);--> statement-breakpoint
ALTER TABLE `appointments` ADD CONSTRAINT `appointments_resource_fk` FOREIGN KEY (`tenant_id`,`resource_id`) REFERENCES `resources`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `appointments` ADD CONSTRAINT `appointments_series_fk` FOREIGN KEY (`tenant_id`,`series_id`) REFERENCES `appointment_series`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_time_cells` ADD CONSTRAINT `staff_time_cells_offer_fk` FOREIGN KEY (`tenant_id`,`offer_id`) REFERENCES `offers`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `callbacks` ADD CONSTRAINT `callbacks_appointment_fk` FOREIGN KEY (`tenant_id`,`appointment_id`) REFERENCES `appointments`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `callbacks` ADD CONSTRAINT `callbacks_claimed_by_fk` FOREIGN KEY (`claimed_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `callbacks` ADD CONSTRAINT `callbacks_completed_by_fk` FOREIGN KEY (`completed_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `customers` ADD CONSTRAINT `customers_merged_fk` FOREIGN KEY (`tenant_id`,`merged_into_id`) REFERENCES `customers`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `appointments_staff_status_ix` ON `appointments` (`tenant_id`,`staff_id`,`status`,`start_time`);--> statement-breakpoint
CREATE INDEX `appointments_branch_ix` ON `appointments` (`tenant_id`,`branch_id`,`start_time`);--> statement-breakpoint
CREATE INDEX `appointments_branch_status_ix` ON `appointments` (`tenant_id`,`branch_id`,`status`,`start_time`);--> statement-breakpoint
CREATE INDEX `appointments_status_ix` ON `appointments` (`tenant_id`,`status`,`start_time`);--> statement-breakpoint
CREATE INDEX `appointments_unsynced_ix` ON `appointments` (`tenant_id`,`sync_state`,`start_time`);--> statement-breakpoint
CREATE INDEX `staff_time_cells_offer_ix` ON `staff_time_cells` (`tenant_id`,`offer_id`);--> statement-breakpoint
CREATE INDEX `callbacks_worklist_ix` ON `callbacks` (`tenant_id`,`completed_at`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `callbacks_priority_ix` ON `callbacks` (`tenant_id`,`completed_at`,`priority`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `callbacks_mine_ix` ON `callbacks` (`tenant_id`,`completed_at`,`claimed_by`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `callbacks_phone_ix` ON `callbacks` (`tenant_id`,`phone`,`completed_at`);--> statement-breakpoint
CREATE INDEX `callbacks_customer_ix` ON `callbacks` (`tenant_id`,`customer_id`,`completed_at`);--> statement-breakpoint
CREATE INDEX `calls_without_appointment_ix` ON `calls` (`tenant_id`,`without_appointment`,`start_timestamp`);--> statement-breakpoint
CREATE INDEX `calls_missed_ix` ON `calls` (`tenant_id`,`missed`,`start_timestamp`);--> statement-breakpoint
CREATE INDEX `calls_callback_ix` ON `calls` (`tenant_id`,`callback_open`,`start_timestamp`);--> statement-breakpoint
CREATE INDEX `calls_number_ix` ON `calls` (`tenant_id`,`from_number`,`start_timestamp`);--> statement-breakpoint
CREATE INDEX `calls_branch_ix` ON `calls` (`tenant_id`,`branch_id`,`start_timestamp`);--> statement-breakpoint
CREATE INDEX `calls_agent_ix` ON `calls` (`tenant_id`,`agent_id`,`start_timestamp`);--> statement-breakpoint
CREATE INDEX `calls_end_ix` ON `calls` (`tenant_id`,`end_timestamp`,`start_timestamp`);--> statement-breakpoint
CREATE INDEX `customers_birthdate_ix` ON `customers` (`tenant_id`,`birthdate`,`id`);--> statement-breakpoint
CREATE INDEX `customers_searchable_ix` ON `customers` (`searchable`,`id`);--> statement-breakpoint
CREATE INDEX `events_trail_ix` ON `events` (`tenant_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `events_trail_kind_ix` ON `events` (`tenant_id`,`entity_type`,`created_at`);--> statement-breakpoint
CREATE INDEX `events_trail_person_ix` ON `events` (`tenant_id`,`actor_user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `events_trail_person_kind_ix` ON `events` (`tenant_id`,`actor_user_id`,`entity_type`,`created_at`);--> statement-breakpoint
CREATE INDEX `events_trail_actor_ix` ON `events` (`tenant_id`,`actor_type`,`created_at`);--> statement-breakpoint
CREATE INDEX `events_trail_actor_kind_ix` ON `events` (`tenant_id`,`actor_type`,`entity_type`,`created_at`);--> statement-breakpoint
CREATE INDEX `webhook_inbox_type_ix` ON `webhook_inbox` (`event_type`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_inbox_tenant_ix` ON `webhook_inbox` (`tenant_id`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_inbox_created_ix` ON `webhook_inbox` (`created_at`);--> statement-breakpoint
CREATE INDEX `tenants_name_ix` ON `tenants` (`name`);--> statement-breakpoint
CREATE INDEX `tenants_status_ix` ON `tenants` (`status`,`name`);--> statement-breakpoint
CREATE INDEX `customers_name_ix` ON `customers` (`tenant_id`,`merged_into_id`,`name`,`id`);