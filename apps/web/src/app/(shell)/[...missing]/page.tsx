import { notFound } from 'next/navigation';

/** Any other address is missing inside the shell, so that the navigation stays. */
export default function MissingPage() {
  notFound();
}
