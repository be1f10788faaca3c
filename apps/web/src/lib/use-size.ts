'use client';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

interface Size<Element extends HTMLElement> {
  ref: RefObject<Element | null>;
  /** Screen pixels; 0 on the server only, since it is measured before the first paint. */
  width: number;
  height: number;
}

/** Measures an element that exists as long as its component. */
export function useSize<Element extends HTMLElement>(): Size<Element> {
  const ref = useRef<Element>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((was) => (was.width === width && was.height === height ? was : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
}
