import { NothingHere } from '../../ui/nothing-here.tsx';

export default function NotFound() {
  return <NothingHere title="There is no such page" />;
}
