import type { WebModule } from '@ennoshita/ui'
import type { AnyRouter } from '@tanstack/react-router'
import { createRootRoute, createRoute, createRouter, Navigate, Outlet } from '@tanstack/react-router'
import { Failure, NotFound } from './shell/failure.tsx'
import { Shell } from './shell/shell.tsx'
import { Gate } from './sign-in/gate.tsx'
import { InvitationScreen } from './sign-in/invitation-screen.tsx'
import { NewPasswordScreen } from './sign-in/new-password-screen.tsx'

/** The router of the app: one route per screen of each module, behind the sign-in, inside the shell. */
export function routerOf(modules: readonly WebModule[]): AnyRouter {
  const root = createRootRoute({ component: Outlet })
  const invitation = createRoute({ getParentRoute: () => root, path: '/invite/$token', component: InvitationScreen })
  const forgotten = createRoute({
    getParentRoute: () => root,
    path: '/new-password/$token',
    component: NewPasswordScreen,
  })
  const inside = createRoute({
    getParentRoute: () => root,
    id: 'inside',
    component: () => <Gate>{(seat) => <Shell seat={seat} modules={modules} />}</Gate>,
  })
  const hasStart = modules.some((module) => module.routes.some((route) => route.path === '/'))
  const first = modules.flatMap((module) => module.navigation)[0]?.to ?? '/me'
  const screens = [
    ...(hasStart
      ? []
      : [createRoute({ getParentRoute: () => inside, path: '/', component: () => <Navigate to={first} replace /> })]),
    ...modules.flatMap((module) =>
      module.routes.map((route) =>
        createRoute({ getParentRoute: () => inside, path: route.path, component: route.screen }),
      ),
    ),
    createRoute({ getParentRoute: () => inside, path: '$', component: NotFound }),
  ]
  return createRouter({
    routeTree: root.addChildren([invitation, forgotten, inside.addChildren(screens)]),
    defaultErrorComponent: Failure,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  })
}
