import { z } from "zod";
import { freeText } from "../assessment/text";

/** What somebody may do in a Mappe: everything; everything but people and the Mappe itself; look. */
export const mappeRoles = ["owner", "editor", "viewer"] as const;
export const mappeRoleSchema = z.enum(mappeRoles);
export type MappeRole = z.infer<typeof mappeRoleSchema>;

/** Roles that a person of a Mappe is given; who holds the owner's link is the owner. */
export const givenRoleSchema = z.enum(["editor", "viewer"]);
export type GivenRole = z.infer<typeof givenRoleSchema>;

/**
 * What the people of a Mappe may do with an assessment in it: change it, read it, or nothing but know that it is there and takes
 * part in the ring.
 */
export const sharings = ["edit", "read", "ring"] as const;
export const sharingSchema = z.enum(sharings);
export type Sharing = z.infer<typeof sharingSchema>;

/** In characters. */
export const mappeTextLimits = { name: 120, person: 120 } as const;
const needed = (limit: number) => freeText(limit).pipe(z.string().min(1));
export const mappeNameSchema = needed(mappeTextLimits.name);
export const personNameSchema = needed(mappeTextLimits.person);

/** How many assessments a Mappe holds, and how many one step adds. */
export const mostInMappe = 2_000;
export const mostAtOnce = 100;
export const mostPeople = 50;
