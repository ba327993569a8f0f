/** The element at `index`, which the caller knows to be there: outside of the list is a bug, and throws. */
export function at<Element>(list: ArrayLike<Element>, index: number): Element {
  if (!(index >= 0 && index < list.length))
    throw new RangeError(`no element ${String(index)} of ${String(list.length)}`);
  return list[index] as Element;
}
