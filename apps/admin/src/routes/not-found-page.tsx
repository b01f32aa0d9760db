import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../components/query-view/notice';
import { LINK } from '../components/ui/link-styles';

export function NotFoundPage() {
  const { t } = useTranslation('frame');
  return (
    <Notice
      icon={<Compass className="text-soft" aria-hidden />}
      title={t('notFound.title')}
      text={t('notFound.text')}
    >
      <Link to="/" className={`font-medium ${LINK}`}>
        {t('notFound.back')}
      </Link>
    </Notice>
  );
}
