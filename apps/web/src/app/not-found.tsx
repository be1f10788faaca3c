import { NothingHere } from '../ui/nothing-here.tsx';

export default function NotFound() {
  return (
    <main>
      <NothingHere title="There is no such page" />
    </main>
  );
}
