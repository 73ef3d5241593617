/** Something that is measured did not run, or ran wrongly: there is no figure. */
export class NotMeasured extends Error {
  override readonly name = 'NotMeasured';
}
