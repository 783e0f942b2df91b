import { groupOfKind, type AuditKind } from "../../core/mappe/audit";

/**
 * What one request tells the audit of Mappen of what it sees and takes away. What is seen is told where access is granted; what is taken
 * away, once it is given: whoever was refused a file has none.
 */
export type AuditTold = {
  tell: (what: AuditKind, write: () => Promise<void>) => Promise<void>;
  /** The file is there and about to be sent. */
  given: () => Promise<void>;
};

export function openAuditTold(): AuditTold {
  const waiting: (() => Promise<void>)[] = [];
  return {
    async tell(what, write) {
      if (groupOfKind(what) === "exported") waiting.push(write);
      else await write();
    },
    async given() {
      for (const write of waiting.splice(0)) await write();
    },
  };
}
