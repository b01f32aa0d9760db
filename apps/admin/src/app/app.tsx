import { QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { RouterProvider } from 'react-router/dom';
import { toast } from 'sonner';
import { Toaster } from '../components/ui/toaster';
import { errorText } from '../lib/error-text';
import { createRouter } from '../routes/router';
import { createQueryClient } from './query-client';

const queryClient = createQueryClient({
  onUnauthenticated: () => {
    queryClient.removeQueries({ queryKey: ['auth'] });
    void router.revalidate();
  },
  onMutationFailed: (error) => toast.error(errorText(error, i18next.t)),
});
const router = createRouter(queryClient);

/** The dashboard: the providers around the routes. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Toaster />
    </QueryClientProvider>
  );
}
