// @ts-check
/**
 * Loaded before the server (NODE_OPTIONS=--import): it asks SQLite for synchronous=NORMAL wherever the server says FULL. With that a
 * power cut takes away what was acknowledged, and the test that cuts the power has to notice.
 */
import sqlite3 from "sqlite3";

const { prototype } = sqlite3.Database;
const real = Object.getOwnPropertyDescriptor(prototype, "exec")?.value;
/** @param {string} sql @param {unknown[]} more */
prototype.exec = function (sql, ...more) {
  return Reflect.apply(real, this, [sql.replace("synchronous=FULL", "synchronous=NORMAL"), ...more]);
};
