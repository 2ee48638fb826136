import React from 'react';
import type { SectionProps } from '../routes';
import { UnknownPage } from '../UnknownPage';
import { CreateProductsPage } from './CreateProductsPage';
import { FoundProductsPage } from './FoundProductsPage';
import { ProductPage } from './ProductPage';
import { ProductsPage } from './ProductsPage';

/** `products`, `products/after/<cursor>`, `products/find/<words>`, `products/new` and `products/<id>`. */
export function ProductsSection({ path }: SectionProps) {
  const [first, second, ...rest] = path;
  if (rest.length > 0) return <UnknownPage />;
  if (first === undefined) return <ProductsPage cursor={null} />;
  if (first === 'after' && second !== undefined) return <ProductsPage cursor={second} />;
  if (first === 'find' && second !== undefined) return <FoundProductsPage key={second} words={second} />;
  if (second !== undefined) return <UnknownPage />;
  return first === 'new' ? <CreateProductsPage /> : <ProductPage key={first} id={first} />;
}
