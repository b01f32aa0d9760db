/** Passes on the 1st, 2nd, 4th, 8th … call: what happens again and again is told, but cannot flood the log. */
export function rarely<Subject>(
  report: (subject: Subject, count: number) => void,
): (subject: Subject) => void {
  let count = 0;
  return (subject) => {
    count += 1;
    if ((count & (count - 1)) === 0) report(subject, count);
  };
}
