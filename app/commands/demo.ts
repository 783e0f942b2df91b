import { readDemo } from "../../seeds/demo";
import { openServices } from "../http/services";
import { describeDemo, fillDemo } from "./fill-demo";
import { root } from "./root";

try {
  const { environment, content, stores } = await openServices(root, process.env);
  try {
    const entries = await fillDemo(stores.assessments, readDemo(root, content.questionnaires), new Date());
    const host = environment.HOST.includes(":") ? `[${environment.HOST}]` : environment.HOST;
    const origin = environment.PUBLIC_URL?.replace(/\/$/, "") ?? `http://${host}:${environment.PORT}`;
    process.stdout.write(describeDemo(entries, origin));
  } finally {
    await stores.close();
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
