import { notFound } from 'next/navigation';

/** Renders the missing page inside the shell for any other address, so that the navigation stays. */
export default function MissingPage() {
  notFound();
}
