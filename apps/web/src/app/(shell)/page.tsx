import { LatestCaptures } from '../../features/captures/latest-captures.tsx';
import { PipelineFigures } from '../../features/pipeline/pipeline-figures.tsx';
import { PageTitle } from '../../ui/page-title.tsx';

export default function OverviewPage() {
  return (
    <>
      <PageTitle title="Overview" />
      <PipelineFigures />
      <LatestCaptures />
    </>
  );
}
